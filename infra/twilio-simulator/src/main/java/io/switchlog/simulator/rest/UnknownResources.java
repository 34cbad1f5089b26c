package io.switchlog.simulator.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for every other path of Twilio's REST as Twilio does for paths that it does not know. */
@RestController
class UnknownResources {
    @RequestMapping(path = "/2010-04-01/**", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TwilioError> notFound(HttpServletRequest request) {
        TwilioError error = TwilioError.notFound(request.getRequestURI());
        return ResponseEntity.status(error.status()).body(error);
    }
}
