import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;

/** A housing partner: prints what comes, and accepts each referral that is requested. */
class HousingConsumer {
    public static void main(String[] none) throws Exception {
        var env = System.getenv();
        var factory = new ConnectionFactory();
        factory.setUri(env.get("PARTNER_AMQP_URI"));
        factory.setUsername(env.get("PARTNER_USER"));
        factory.setPassword(env.get("PARTNER_PASSWORD"));
        try (var connection = factory.newConnection("housing")) {
            var channel = connection.createChannel();
            channel.confirmSelect();
            var arrived = new LinkedBlockingQueue<Delivery>();
            channel.basicConsume(env.get("PARTNER_QUEUE"), false, (tag, message) -> arrived.add(message), tag -> {});
            do {
                var message = arrived.take();
                var body = new String(message.getBody(), StandardCharsets.UTF_8);
                System.out.println(body);
                if (message.getEnvelope().getRoutingKey().endsWith(".requested")) {
                    // The id is made of the referral's: an answer that is sent twice counts once.
                    var answer = body.replaceFirst("(?s).*\"referral\" *: *\"([^\"]+)\".*", """
                            {"specversion": "1.0", "id": "accepted-$1", "source": "/housing", "type": "housing.accepted",
                             "data": {"referral": "$1", "note": "A bed is kept."}}""");
                    var properties = new BasicProperties.Builder().userId(env.get("PARTNER_USER"));
                    var key = env.get("PARTNER_KEY") + ".accepted";
                    channel.basicPublish(
                            "partner-inbox", key, properties.deliveryMode(2).build(), answer.getBytes());
                    channel.waitForConfirmsOrDie(5_000);
                }
                channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
            } while (!"1".equals(env.get("PARTNER_ONCE")));
        }
    }
}
