package org.throughcare.gateway.route;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

/**
 * Passes answers on, and breaks off those that a service broke off. The framework takes an end of file for our own caller's going away,
 * about which there is nothing to do, and would end half an answer as if it were whole.
 */
final class WholeOrBrokenOff extends RestClientProxyExchange {

    private static final Logger log = LoggerFactory.getLogger(WholeOrBrokenOff.class);

    WholeOrBrokenOff(RestClient client, GatewayMvcProperties properties) {
        super(client, properties);
    }

    @Override
    protected int copyResponseBody(ClientHttpResponse response, InputStream in, OutputStream out) throws IOException {
        return super.copyResponseBody(response, new FromService(in), out);
    }

    private static final class FromService extends FilterInputStream {

        FromService(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException broken) {
                throw brokenOff(broken);
            }
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return super.read(into, offset, length);
            } catch (IOException broken) {
                throw brokenOff(broken);
            }
        }

        /** Without its cause and its words, by which it would be taken for the caller's. */
        private static IOException brokenOff(IOException broken) {
            log.warn("A service broke off in the middle of its answer: {}", broken.toString());
            return new IOException("a service broke off in the middle of its answer");
        }
    }
}
