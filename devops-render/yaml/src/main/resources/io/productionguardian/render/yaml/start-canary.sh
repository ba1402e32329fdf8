if [ -z "$REVISION" ]; then
  exit 0 # the first release has nothing to be compared with
fi
# enough of the old version that the new one gets no more than its share of the requests
if [ -n "$MINIMUM" ] && ((MINIMUM < STABLE_REPLICAS)); then
  kubectl -n "$NAMESPACE" patch hpa "$APP" --type=merge -p "{\"spec\":{\"minReplicas\":$STABLE_REPLICAS}}"
fi
if ((REPLICAS < STABLE_REPLICAS)); then
  kubectl -n "$NAMESPACE" scale deployment "$APP" --replicas="$STABLE_REPLICAS"
fi
kubectl -n "$NAMESPACE" rollout status "deployment/$APP" --timeout=600s
# the Service selects by name, so these pods get requests too
kubectl create --dry-run=client -o json -f "$MANIFESTS" |
  jq --arg app "$APP" --argjson replicas "$CANARY_REPLICAS" '
    (if .kind == "List" then .items[] else . end)
    | select(.kind == "Deployment" and .metadata.name == $app)
    | .metadata.name += "-canary"
    | .spec.replicas = $replicas
    | .spec.selector.matchLabels.track = "canary"
    | .spec.template.metadata.labels.track = "canary"' |
  kubectl apply -f -
kubectl -n "$NAMESPACE" rollout status "deployment/$APP-canary" --timeout=600s
