package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What API Gateway knows in one region of one account, as the bodies of its answers. All throw
 * {@link IllegalArgumentException} for a token that was never given out.
 */
public interface Assets {

    JsonNode restApis(PageRequest page);

    /**
     * @return nothing for an API that does not exist
     */
    Optional<JsonNode> restStages(String id);

    JsonNode apis(PageRequest page);

    /**
     * @return nothing for an API that does not exist
     */
    Optional<JsonNode> stages(String id, PageRequest page);
}
