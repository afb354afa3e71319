/** Moving the business clock of the whole suite, in demonstrations and tests alone. */
@NullMarked
package org.throughcare.gateway.demo;

import org.jspecify.annotations.NullMarked;
