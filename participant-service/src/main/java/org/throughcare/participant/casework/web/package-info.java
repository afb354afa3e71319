/** Cases and caseloads over HTTP. */
@NullMarked
package org.throughcare.participant.casework.web;

import org.jspecify.annotations.NullMarked;
