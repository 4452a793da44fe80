namespace RemoteSupport.Features.Organizations.Import;

/// <summary>An import that this node works on.</summary>
internal sealed record TakenImport(Guid Id, Guid FileId, bool IsTrial, int RowsDone, Guid AskedBy, string Name, string Email, string Role, string? Language, string? TimeZone, bool IsAllowed);
