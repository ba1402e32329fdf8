kubectl set selector --local -f "$MANIFESTS/service.yaml" "app.kubernetes.io/name=$APP,colour=${NEXT:-blue}" -o yaml |
  kubectl apply -f -
