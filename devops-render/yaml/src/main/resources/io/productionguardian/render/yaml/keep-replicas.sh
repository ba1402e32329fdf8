# a Deployment that once stated its replicas would fall to a single one as soon as it states none
applied="$(kubectl -n "$NAMESPACE" get deployment "$TARGET" --ignore-not-found -o json |
  jq --compact-output '.metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"] // empty
    | fromjson | select(.spec.replicas != null) | del(.spec.replicas)')"
if [ -n "$applied" ]; then
  kubectl -n "$NAMESPACE" annotate deployment "$TARGET" --overwrite \
    "kubectl.kubernetes.io/last-applied-configuration=$applied"
fi
