package guance.awsgateway;

import guance.awsgateway.routes.RouteFiles;
import guance.awsgateway.settings.Loaded;

/** What a collector runs: the settings and the routes as they were read. */
record Edition(Loaded loaded, RouteFiles routes) {}
