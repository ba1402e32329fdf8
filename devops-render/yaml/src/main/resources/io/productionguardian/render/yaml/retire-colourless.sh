# an earlier strategy may have left a Deployment without a colour, which no Service selects any more
if [ -n "$(kubectl -n "$NAMESPACE" get deployment "$APP" --ignore-not-found -o name)" ]; then
  kubectl -n "$NAMESPACE" scale deployment "$APP" --replicas=0
fi
