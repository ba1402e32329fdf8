# blue takes the new version while green serves
kubectl create --dry-run=client -o json -f "$MANIFESTS" |
  jq --arg app "$APP" '
    (if .kind == "List" then .items[] else . end)
    | select(.kind == "Deployment" and .metadata.name == $app)' |
  kubectl apply -f -
kubectl -n "$NAMESPACE" rollout status "deployment/$APP" --timeout=600s
# the Service, which is among the manifests, points at blue again
kubectl apply -f "$MANIFESTS"
kubectl -n "$NAMESPACE" rollout status "deployment/$APP" --timeout=600s
sleep 30 # requests that green still answers
kubectl -n "$NAMESPACE" delete deployment "$APP-green" --ignore-not-found
