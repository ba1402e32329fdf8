if [ -z "$REVISION" ]; then
  exit 0 # the first release has nothing to switch from
fi
kubectl -n "$NAMESPACE" patch service "$APP" --type=merge \
  -p "{\"spec\":{\"selector\":{\"app.kubernetes.io/name\":\"$APP-green\"}}}"
