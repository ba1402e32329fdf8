/** The specification's integration checklist: how a service joins the shared infrastructure. */
@NullMarked
package io.productionguardian.rules.standard.checklist;

import org.jspecify.annotations.NullMarked;
