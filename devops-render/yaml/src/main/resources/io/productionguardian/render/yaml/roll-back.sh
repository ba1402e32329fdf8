if [ -s "$RUNNER_TEMP/before.json" ]; then
  kubectl replace -f - < "$RUNNER_TEMP/before.json"
fi
if [ -n "$TARGET_REVISION" ]; then
  # all replicas at once: one after the other would take too long now
  kubectl -n "$NAMESPACE" patch deployment "$TARGET" --type=merge \
    -p '{"spec":{"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":"100%"}}}}'
  kubectl -n "$NAMESPACE" rollout undo "deployment/$TARGET" --to-revision="$TARGET_REVISION"
  if [ "$TARGET" != "$SERVING" ]; then
    kubectl -n "$NAMESPACE" scale deployment "$TARGET" --replicas="$TARGET_REPLICAS"
  fi
elif [ -n "$(kubectl -n "$NAMESPACE" get deployment "$TARGET" --ignore-not-found -o name)" ]; then
  # it did not run before; without pods, but still there for those who look for the cause
  kubectl -n "$NAMESPACE" scale deployment "$TARGET" --replicas=0
fi
if [ -n "$SERVING" ]; then
  kubectl -n "$NAMESPACE" rollout status "deployment/$SERVING" --timeout="${ROLLBACK_SECONDS}s"
  image="$(kubectl -n "$NAMESPACE" get deployment "$SERVING" -o 'jsonpath={.spec.template.spec.containers[0].image}')"
  if [ "$image" != "$PREVIOUS_IMAGE" ]; then
    echo "::error title=$STAGE::$image serves, and not $PREVIOUS_IMAGE as before the release"
    status=1
  fi
fi
exit "$status"
