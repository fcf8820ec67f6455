/** What a user can set: read from file, {@code -D} and environment, checked, bound to records. */
package guance.awsgateway.settings;
