package org.throughcare.platform.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpResponse;

/** Lets a {@link Streamed} write itself, as whatever type its answer says it is of. */
final class StreamedConverter implements HttpMessageConverter<Streamed> {

    private static final Logger LOG = LoggerFactory.getLogger(StreamedConverter.class);

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return Streamed.class.isAssignableFrom(type);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.ALL);
    }

    /** For other types it has nothing to offer. */
    @Override
    public List<MediaType> getSupportedMediaTypes(Class<?> type) {
        return Streamed.class.isAssignableFrom(type) ? getSupportedMediaTypes() : List.of();
    }

    @Override
    public Streamed read(Class<? extends Streamed> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("streams are only written", message);
    }

    @Override
    public void write(Streamed body, @Nullable MediaType contentType, HttpOutputMessage message) throws IOException {
        if (message.getHeaders().getContentType() == null) {
            message.getHeaders().setContentType(contentType);
        }
        try {
            body.writeTo(message.getBody());
        } catch (IOException | RuntimeException failure) {
            if (message instanceof ServletServerHttpResponse answer
                    && answer.getServletResponse().isCommitted()) {
                LOG.warn("An answer broke off in the middle", failure);
                // without its cause and words: the framework takes a store's broken line for the caller's, and would
                // end the answer well
                throw new IllegalStateException("an answer broke off in the middle");
            }
            throw failure;
        }
    }
}
