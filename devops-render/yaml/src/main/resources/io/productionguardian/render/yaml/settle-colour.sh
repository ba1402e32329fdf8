# it has requests now, so that its autoscaler sees how many replicas they need
kubectl apply -f "$MANIFESTS/hpa-${NEXT:-blue}.yaml"
