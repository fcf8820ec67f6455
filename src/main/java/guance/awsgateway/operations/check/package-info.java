/** What is asked before anything is collected: {@code --check} and {@code --verify}. */
package guance.awsgateway.operations.check;
