package org.throughcare.allinone.signin;

import org.junit.jupiter.api.Tag;

@Tag("real")
class AtKeycloakTest extends SigningInAtAProvider {

    @Override
    Provider provider(String gateway) {
        return new Keycloak(gateway);
    }
}
