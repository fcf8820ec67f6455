package guance.awsgateway.inventory;

import guance.awsgateway.settings.ApiSettings;
import java.util.List;
import java.util.Map;

/**
 * The AWS tags that become Guance tags of their own.
 *
 * @param keys AWS tag keys, exactly as in AWS
 */
record TagKeys(List<String> keys) {

    /** Adds {@code tag_<key>} for each of the keys that an API has. */
    void addTo(Map<String, String> tags, Api api) {
        for (String key : keys) {
            String value = api.tags().get(key);
            if (value != null) {
                tags.put(ApiSettings.tag(key), value);
            }
        }
    }
}
