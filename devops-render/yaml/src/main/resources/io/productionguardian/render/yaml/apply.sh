kubectl apply -f "$MANIFESTS/pdb.yaml" -f "$MANIFESTS/deployment.yaml"
if [ "${TARGET_REPLICAS:-0}" = 0 ]; then
  # the autoscaler, which comes last, starts from as many
  kubectl -n "$NAMESPACE" scale deployment "$APP" --replicas="${REPLICAS:-$FLOOR}"
fi
kubectl -n "$NAMESPACE" rollout status "deployment/$APP" --timeout="${ROLLOUT_SECONDS}s"
kubectl apply -f "$MANIFESTS/hpa.yaml" -f "$MANIFESTS/service.yaml"
