if [ -n "$(kubectl -n "$NAMESPACE" get deployment "$APP-green" --ignore-not-found -o name)" ]; then
  # without pods, but still there for those who look for the cause
  kubectl -n "$NAMESPACE" scale deployment "$APP-green" --replicas=0
fi
