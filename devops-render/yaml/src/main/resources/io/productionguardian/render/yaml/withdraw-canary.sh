if [ -n "$(kubectl -n "$NAMESPACE" get deployment "$APP-canary" --ignore-not-found -o name)" ]; then
  # without pods, but still there for those who look for the cause
  kubectl -n "$NAMESPACE" scale deployment "$APP-canary" --replicas=0
fi
if [ -n "$MINIMUM" ]; then
  kubectl -n "$NAMESPACE" patch hpa "$APP" --type=merge -p "{\"spec\":{\"minReplicas\":$MINIMUM}}"
elif [ -n "$REPLICAS" ]; then
  kubectl -n "$NAMESPACE" scale deployment "$APP" --replicas="$REPLICAS"
fi
