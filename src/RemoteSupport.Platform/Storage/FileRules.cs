namespace RemoteSupport.Platform.Storage;

/// <summary>What files somebody may upload somewhere.</summary>
/// <param name="MediaTypes">By content, as <see cref="Security.FileContent"/> knows them.</param>
/// <param name="Largest">Bytes.</param>
/// <param name="Field">The operation's field that refusals name.</param>
public sealed record FileRules(IReadOnlySet<string> MediaTypes, long Largest, string Field);
