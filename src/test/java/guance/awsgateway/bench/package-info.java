/** Measures the packaged collector, and cloudwatch_exporter beside it. */
package guance.awsgateway.bench;
