/** The renderers of JSON files; found as services, so nobody needs their names. */
@NullMarked
package io.productionguardian.render.json.files;

import org.jspecify.annotations.NullMarked;
