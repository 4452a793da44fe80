namespace RemoteSupport.Tests.Localization;

/// <summary>An English sentence that the sources localize, its plural if it has one, and a place where it stands.</summary>
internal sealed record SourceKey(string Id, string? Many, string File, int Line);
