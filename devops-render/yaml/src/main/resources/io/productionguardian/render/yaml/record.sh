revision="$(kubectl -n "$NAMESPACE" get deployment "$APP" --ignore-not-found \
  -o 'jsonpath={.metadata.annotations.deployment\.kubernetes\.io/revision}')"
replicas="$(kubectl -n "$NAMESPACE" get deployment "$APP" --ignore-not-found -o 'jsonpath={.spec.replicas}')"
minimum="$(kubectl -n "$NAMESPACE" get hpa "$APP" --ignore-not-found -o 'jsonpath={.spec.minReplicas}')"
printf '%s\n' "revision=$revision" "replicas=$replicas" "minimum=$minimum" >> "$GITHUB_OUTPUT"
