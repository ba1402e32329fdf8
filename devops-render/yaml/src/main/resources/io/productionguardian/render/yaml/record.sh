state() { # DEPLOYMENT FIELD
  kubectl -n "$NAMESPACE" get deployment "$1" --ignore-not-found -o "jsonpath={$2}"
}
# what serves is the Deployment of the Service's colour, or the one without a colour, if it has pods
colour="$(kubectl -n "$NAMESPACE" get service "$APP" --ignore-not-found -o 'jsonpath={.spec.selector.colour}')"
serving="$APP${colour:+-$colour}"
replicas="$(state "$serving" .spec.replicas)"
previous_image="$(state "$serving" '.spec.template.spec.containers[0].image')"
if ((replicas == 0)); then
  serving=
  replicas=
  previous_image=
fi
# what changes is the colour that rests, or the Deployment without a colour
next=blue
if [ "$colour" = blue ]; then
  next=green
fi
target="${TARGET:-$APP-$next}"
target_revision="$(state "$target" '.metadata.annotations.deployment\.kubernetes\.io/revision')"
target_replicas="$(state "$target" .spec.replicas)"
minimum="$(kubectl -n "$NAMESPACE" get hpa "$target" --ignore-not-found -o 'jsonpath={.spec.minReplicas}')"
printf '%s\n' "serving=$serving" "replicas=$replicas" "previous_image=$previous_image" "next=$next" "target=$target" \
  "target_revision=$target_revision" "target_replicas=$target_replicas" "minimum=$minimum" | tee -a "$GITHUB_OUTPUT"
# how it is reached and scaled: going back puts exactly this in its place again
kubectl -n "$NAMESPACE" get "service/$APP" "hpa/$target" "pdb/$APP" --ignore-not-found -o json |
  jq '.items[]? // . | select(.kind != "List")
    | del(.status, .metadata["resourceVersion", "uid", "creationTimestamp", "generation", "managedFields"])' \
    > "$RUNNER_TEMP/before.json"
