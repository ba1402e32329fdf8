kubectl -n "$NAMESPACE" delete deployment "$APP-canary" --ignore-not-found
