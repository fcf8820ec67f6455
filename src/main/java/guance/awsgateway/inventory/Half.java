package guance.awsgateway.inventory;

import guance.awsgateway.target.AwsClients;

/** What API Gateway lists by itself: each half is listed, kept and fails apart from the other. */
public enum Half {
    /** API Gateway v1. */
    REST,
    /** API Gateway v2: HTTP and WebSocket APIs. */
    HTTP;

    ApiListing listing(AwsClients aws) {
        return switch (this) {
            case REST -> new RestApis(aws.rest());
            case HTTP -> new HttpApis(aws.http());
        };
    }
}
