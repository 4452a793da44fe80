using System.Text.Json.Serialization;

namespace RemoteSupport.Features.Shared;

/// <summary>A page of a list, as the API answers it.</summary>
/// <param name="Items">In the list's order.</param>
/// <param name="NextCursor">Asks for the next page; null on the last one.</param>
public sealed record ListAnswer<T>(IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? NextCursor);
