"""A housing partner: prints what comes, and accepts each referral that is requested."""
import json
import os

import pika

env = os.environ
parameters = pika.URLParameters(env["PARTNER_AMQP_URI"])
parameters.credentials = pika.PlainCredentials(env["PARTNER_USER"], env["PARTNER_PASSWORD"])
connection = pika.BlockingConnection(parameters)
channel = connection.channel()
if connection.publisher_confirms_supported:  # RabbitMQ; the broker inside the demo does not say so
    channel.confirm_delivery()
channel.basic_qos(prefetch_count=1)

for message, _, body in channel.consume(env["PARTNER_QUEUE"]):
    print(body.decode(), flush=True)
    if message.routing_key.endswith(".requested"):
        referral = json.loads(body)["data"]["referral"]
        # An id made of the referral's: an answer that is sent twice counts once.
        answer = {"specversion": "1.0", "id": f"accepted-{referral}", "source": "/housing", "type": "housing.accepted",
                  "data": {"referral": referral, "note": "A bed is kept."}}
        properties = pika.BasicProperties(user_id=env["PARTNER_USER"], delivery_mode=2)
        # Raises if the broker does not confirm: then the message comes again.
        channel.basic_publish("partner-inbox", env["PARTNER_KEY"] + ".accepted", json.dumps(answer), properties)
    channel.basic_ack(message.delivery_tag)
    if env.get("PARTNER_ONCE") == "1":
        break
