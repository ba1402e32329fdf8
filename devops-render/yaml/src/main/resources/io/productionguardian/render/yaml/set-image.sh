if [[ ! "$IMAGE" =~ ^[A-Za-z0-9][A-Za-z0-9._/:@-]*$ ]]; then
  echo "::error title=$STAGE::the variable IMAGE of this environment must be an image without its tag"
  exit 1
fi
sed --in-place "s|image\.invalid/$APP:[^\"]*|$IMAGE|" "$MANIFESTS"/deployment*.yaml
