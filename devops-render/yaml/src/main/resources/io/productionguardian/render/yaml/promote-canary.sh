kubectl apply -f "$MANIFESTS"
kubectl -n "$NAMESPACE" rollout status "deployment/$APP" --timeout=600s
kubectl -n "$NAMESPACE" delete deployment "$APP-canary" --ignore-not-found
