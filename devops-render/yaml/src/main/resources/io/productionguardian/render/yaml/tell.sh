{
  echo "## $STAGE: the release failed"
  echo
  echo "- Deployment: $APP in $NAMESPACE"
  echo "- Revision before: ${REVISION:-none}"
  echo "- Deploy step: ${DEPLOYED:-not reached}"
  echo "- Rollback step: ${ROLLED_BACK:-not needed}"
  echo "- What to do now: $ARTIFACTS/runbook.md"
} >> "$GITHUB_STEP_SUMMARY"
echo "::error title=$STAGE::the release failed; rollback: ${ROLLED_BACK:-not needed}"
