# as many as serve now; without requests its autoscaler would take them away again
replicas="${REPLICAS:-$FLOOR}"
if ((replicas > MOST)); then
  replicas="$MOST"
fi
kubectl apply -f "$MANIFESTS/pdb.yaml" -f "$MANIFESTS/deployment-${NEXT:-blue}.yaml" -f "$MANIFESTS/hpa-${NEXT:-blue}.yaml"
kubectl -n "$NAMESPACE" patch hpa "$TARGET" --type=merge -p "{\"spec\":{\"minReplicas\":$replicas}}"
kubectl -n "$NAMESPACE" scale deployment "$TARGET" --replicas="$replicas"
kubectl -n "$NAMESPACE" rollout status "deployment/$TARGET" --timeout="${ROLLOUT_SECONDS}s"
