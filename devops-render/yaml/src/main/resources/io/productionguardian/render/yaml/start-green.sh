if [ -z "$REVISION" ]; then
  exit 0 # the first release has nothing to switch from
fi
# as many replicas as serve now; the Service does not select these pods yet
kubectl create --dry-run=client -o json -f "$MANIFESTS" |
  jq --arg app "$APP" --argjson replicas "$REPLICAS" '
    (if .kind == "List" then .items[] else . end)
    | select(.kind == "Deployment" and .metadata.name == $app)
    | ($app + "-green") as $green
    | .metadata.name = $green
    | .spec.replicas = $replicas
    | .spec.selector.matchLabels["app.kubernetes.io/name"] = $green
    | .spec.template.metadata.labels["app.kubernetes.io/name"] = $green' |
  kubectl apply -f -
kubectl -n "$NAMESPACE" rollout status "deployment/$APP-green" --timeout=600s
