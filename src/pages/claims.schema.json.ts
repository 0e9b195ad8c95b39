/** What is in claims.json, as JSON Schema. */
import type { APIRoute } from "astro";
import * as z from "zod/mini";
import { LISTING } from "../runtime/records/listing.ts";

export const GET: APIRoute = () => Response.json(z.toJSONSchema(LISTING));
