if [ -n "$REVISION" ]; then
  kubectl -n "$NAMESPACE" rollout undo "deployment/$APP" --to-revision="$REVISION"
  kubectl -n "$NAMESPACE" rollout status "deployment/$APP" --timeout="${ROLLBACK_SECONDS}s"
elif [ -n "$(kubectl -n "$NAMESPACE" get deployment "$APP" --ignore-not-found -o name)" ]; then
  # nothing ran before
  kubectl -n "$NAMESPACE" scale deployment "$APP" --replicas=0
fi
