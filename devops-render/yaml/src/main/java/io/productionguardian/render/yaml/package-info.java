/**
 * Writes the YAML files: the Kubernetes manifests, {@code cicd.yaml}, a workflow that carries a
 * release out and takes it back when it fails, and the veto message. What a step runs is a script
 * beside these classes; values reach it by {@code env:} only.
 */
@NullMarked
package io.productionguardian.render.yaml;

import org.jspecify.annotations.NullMarked;
