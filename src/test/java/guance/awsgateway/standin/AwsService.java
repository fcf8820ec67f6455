package guance.awsgateway.standin;

/** One service in its own protocol. */
interface AwsService {

    /**
     * @throws AwsError for what the service does not know
     */
    AwsOperation read(AwsRequest request);

    AwsError error(AwsFailure failure, String denial);

    AwsAnswer refusal(AwsError error);
}
