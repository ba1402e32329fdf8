if [ -n "$(kubectl -n "$NAMESPACE" get deployment "$APP-canary" --ignore-not-found -o name)" ]; then
  # without pods, but still there for those who look for the cause
  kubectl -n "$NAMESPACE" scale deployment "$APP-canary" --replicas=0
fi
if [ -z "$MINIMUM" ] && [ "$SERVING" = "$APP" ]; then
  # no autoscaler takes the replicas back that the canary needed beside it
  kubectl -n "$NAMESPACE" scale deployment "$APP" --replicas="$TARGET_REPLICAS"
fi
