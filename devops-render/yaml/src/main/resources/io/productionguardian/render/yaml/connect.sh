: "${KUBE_CONFIG:?the secret KUBE_CONFIG of this environment is not set}"
umask 077
mkdir -p "$HOME/.kube"
printf '%s' "$KUBE_CONFIG" | base64 --decode > "$HOME/.kube/config"
