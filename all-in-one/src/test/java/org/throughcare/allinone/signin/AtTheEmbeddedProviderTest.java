package org.throughcare.allinone.signin;

class AtTheEmbeddedProviderTest extends SigningInAtAProvider {

    @Override
    Provider provider(String gateway) {
        return new EmbeddedProvider(freePort(), gateway);
    }
}
