/**
 * Bytes in, trees out: JSON, JSON Lines and YAML become nodes that know their file, line, column
 * and JSON pointer. Readers never throw for what a file holds: they keep what could be read and say
 * what could not, where and why.
 */
@NullMarked
package io.productionguardian.document;

import org.jspecify.annotations.NullMarked;
