package guance.awsgateway.standin;

/** What CloudWatch keeps of the samples of one period; never of none. */
public record Statistics(double sampleCount, double sum, double minimum, double maximum) {

    public double average() {
        return sum / sampleCount;
    }
}
