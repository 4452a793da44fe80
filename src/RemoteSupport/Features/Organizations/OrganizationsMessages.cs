using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Organizations;

/// <summary>The owner is asked to let the service provider manage the organization (OR-4).</summary>
public sealed record HandoverRequestedEmail(string Organization, string AskedBy, string Url) : Message;

/// <summary>Whoever asked for a handover hears what the owner said (OR-4).</summary>
public sealed record HandoverAnsweredEmail(string Organization, string Owner, bool IsAccepted) : Message;

/// <summary>Somebody is an organization's owner from now on (OR-3).</summary>
public sealed record OwnershipReceivedEmail(string Organization, string From, string Url) : Message;

/// <summary>The former owner has it in writing (OR-3).</summary>
public sealed record OwnershipHandedOverEmail(string Organization, string To) : Message;
