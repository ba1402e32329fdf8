if [ "$SERVING" != "$APP" ]; then
  echo "::notice title=$STAGE::no canary: no earlier version of this Deployment serves"
  exit 0
fi
# enough of the old version that the new one gets no more than its share of the requests
if [ -n "$MINIMUM" ] && ((MINIMUM < STABLE_REPLICAS)); then
  kubectl -n "$NAMESPACE" patch hpa "$APP" --type=merge -p "{\"spec\":{\"minReplicas\":$STABLE_REPLICAS}}"
fi
stable="$TARGET_REPLICAS"
if ((stable < STABLE_REPLICAS)); then
  stable="$STABLE_REPLICAS"
  kubectl -n "$NAMESPACE" scale deployment "$APP" --replicas="$stable"
fi
kubectl -n "$NAMESPACE" rollout status "deployment/$APP" --timeout="${ROLLOUT_SECONDS}s"
# the Service selects by name, so these pods get requests too
kubectl apply -f "$MANIFESTS/deployment-canary.yaml"
kubectl -n "$NAMESPACE" scale deployment "$APP-canary" --replicas="$((CANARY_REPLICAS * stable / STABLE_REPLICAS))"
kubectl -n "$NAMESPACE" rollout status "deployment/$APP-canary" --timeout="${ROLLOUT_SECONDS}s"
