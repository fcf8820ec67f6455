package guance.awsgateway.templates;

/** Of the people who read a template; names its folder. */
enum Language {
    EN,
    ZH
}
