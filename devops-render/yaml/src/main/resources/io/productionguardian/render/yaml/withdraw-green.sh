if [ -n "$REVISION" ]; then
  kubectl -n "$NAMESPACE" patch service "$APP" --type=merge \
    -p "{\"spec\":{\"selector\":{\"app.kubernetes.io/name\":\"$APP\"}}}"
fi
