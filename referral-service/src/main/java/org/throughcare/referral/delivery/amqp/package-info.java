/** Partners' queues on the broker's partner virtual host. */
@NullMarked
package org.throughcare.referral.delivery.amqp;

import org.jspecify.annotations.NullMarked;
