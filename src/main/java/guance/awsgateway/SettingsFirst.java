package guance.awsgateway;

import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/**
 * Lets a placeholder take the setting that was checked. Camel would look into the environment and
 * the system properties first, and find there the raw text.
 */
final class SettingsFirst extends MainListenerSupport {

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        PropertiesComponent placeholders =
                (PropertiesComponent) main.getCamelContext().getPropertiesComponent();
        placeholders.setEnvironmentVariableMode(
                PropertiesComponent.ENVIRONMENT_VARIABLES_MODE_FALLBACK);
        placeholders.setSystemPropertiesMode(PropertiesComponent.SYSTEM_PROPERTIES_MODE_FALLBACK);
    }
}
