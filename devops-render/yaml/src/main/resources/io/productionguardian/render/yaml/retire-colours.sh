# an earlier strategy may have left colours, which the Service selects as well now
for leftover in "$APP-blue" "$APP-green"; do
  if [ -n "$(kubectl -n "$NAMESPACE" get deployment "$leftover" --ignore-not-found -o name)" ]; then
    kubectl -n "$NAMESPACE" scale deployment "$leftover" --replicas=0
  fi
done
